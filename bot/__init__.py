"""How people reach it: intake, doorway, routers, screens, texts and sender."""
