"""One running program for each user, and how it is asked to act: a hotkey of any desktop runs `sparc-desktop trigger`.

`client` asks, `server` is asked; between them lies a channel that only this user can open: `unix`, a socket in the
user's runtime folder, or on Windows `pipe`. A request is one short line of JSON, `{"do": "stop"}`; so is the answer,
`{"ok": true}` or `{"ok": false}`. It says that the request was accepted, not that it is done.

The client must answer a key within 50 ms, start of Python included. So `client` and `unix` load next to nothing, and
what they need in case of failure alone they load then.
"""
