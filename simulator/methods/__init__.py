"""The Bot API methods served, by name. getUpdates is apart, as it waits."""

from collections.abc import Callable, Mapping

from simulator.methods import chats, editing, files, hooks, menus, pinning, sending
from simulator.params import Arguments
from simulator.telegram import Done, Telegram

Method = Callable[[Telegram, Arguments], Done]

METHODS: Mapping[str, Method] = {
    "getMe": chats.get_me,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "leaveChat": chats.leave_chat,
    "sendChatAction": chats.send_chat_action,
    "answerCallbackQuery": chats.answer_callback_query,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "editMessageText": editing.edit_text,
    "editMessageCaption": editing.edit_caption,
    "editMessageReplyMarkup": editing.edit_markup,
    "editMessageMedia": editing.edit_media,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "pinChatMessage": pinning.pin,
    "unpinChatMessage": pinning.unpin,
    "unpinAllChatMessages": pinning.unpin_all,
    "getFile": files.get_file,
    "setWebhook": hooks.set_webhook,
    "deleteWebhook": hooks.delete_webhook,
    "getWebhookInfo": hooks.get_webhook_info,
    "setMyCommands": menus.set_commands,
    "getMyCommands": menus.get_commands,
    "deleteMyCommands": menus.delete_commands,
    "setChatMenuButton": menus.set_menu_button,
    "getChatMenuButton": menus.get_menu_button,
    "setMyName": menus.setter("name", 64),
    "getMyName": menus.getter("name"),
    "setMyDescription": menus.setter("description", 512),
    "getMyDescription": menus.getter("description"),
    "setMyShortDescription": menus.setter("short_description", 120),
    "getMyShortDescription": menus.getter("short_description"),
}
