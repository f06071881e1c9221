/*
 * interfaces - the network interfaces of this machine. Nothing waits here; the function is libuv's own.
 */
#include <asyncc.h>

#include <stdio.h>
#include <stdlib.h>
#include <uv.h>

static void show(const uv_interface_address_t *interface)
{
    char address[64] = "";
    uv_ip_name((const struct sockaddr *)&interface->address, address, sizeof address);
    printf("Name: %s\nInternal: %s\nAddress: %s\n\n", interface->name, interface->is_internal ? "Yes" : "No", address);
}

async int main(void)
{
    uv_interface_address_t *interfaces;
    int count, error = uv_interface_addresses(&interfaces, &count);
    if (error) {
        fprintf(stderr, "interfaces: %s\n", uv_strerror(error));
        return EXIT_FAILURE;
    }
    defer uv_free_interface_addresses(interfaces, count);
    for (int i = 0; i < count; i++)
        show(&interfaces[i]);
    return EXIT_SUCCESS;
}
