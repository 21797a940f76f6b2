"""The running board, driven in Chromium: what only a browser can show."""
