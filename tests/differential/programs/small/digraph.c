/* Digraphs. */
%: include <iso646.h>
int f(int x) <% return x; %> int main(void) <% int a<:2:> = <% f(1), f(0) %>; return not a<:0:> or a<:1:> and f(3); %>
