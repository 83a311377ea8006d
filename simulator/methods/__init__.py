"""The Bot API methods served, by name. getUpdates is apart, as it waits."""

from collections.abc import Callable, Mapping

from simulator.methods import chats, hooks, menus, messages
from simulator.params import Arguments
from simulator.telegram import MethodDone, Telegram

Method = Callable[[Telegram, Arguments], MethodDone]
METHODS: Mapping[str, Method] = {
    "getMe": chats.get_me,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "leaveChat": chats.leave_chat,
    "sendChatAction": chats.send_chat_action,
    "answerCallbackQuery": chats.answer_callback_query,
    "sendMessage": messages.send_message,
    "sendPhoto": messages.send_photo,
    "sendDocument": messages.send_document,
    "editMessageText": messages.edit_text,
    "editMessageCaption": messages.edit_caption,
    "editMessageReplyMarkup": messages.edit_markup,
    "editMessageMedia": messages.edit_media,
    "deleteMessage": messages.delete_message,
    "deleteMessages": messages.delete_messages,
    "pinChatMessage": messages.pin,
    "unpinChatMessage": messages.unpin,
    "unpinAllChatMessages": messages.unpin_all,
    "getFile": chats.get_file,
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
