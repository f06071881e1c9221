/* Braces and brackets written as digraphs, around and inside what is rewritten. */
%:include <asyncc.h>
%:include <stdio.h>

static async int f(int v)
<%
    await async_yield();
    return v;
%>

static async int list(int n)
<%
    int a<:3:> = <% 1, await f(2), 3 %>, vla<:n:>;
    for (int i = 0; i < 3; i++) <%
        if (await f(i) == n) <%
            break;
        %>
        a<:i:> += await f(a<:0:>);
    %>
    vla<:n - 1:> = await f(a<:1:>);
    return a<:2:> * 100 + vla<:n - 1:>;
%>

async int main(void) <% printf("%d\n", await list(2)); return 0; %>
