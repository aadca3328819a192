package io.callport.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The address at which health and metrics are served.
 *
 * @param host the address to listen on
 * @param port the port, 1 to 65,535; 0 to serve nothing
 * @param hosts names by which clients may ask for a page, beside loopback names, IP addresses and {@code host}
 */
public record AdminConfig(String host, int port, List<String> hosts) {
    /** The default: an address for this machine alone. */
    public static final AdminConfig DEFAULT = new AdminConfig("127.0.0.1", 9464, List.of());

    /** Copies the list of names. */
    public AdminConfig {
        hosts = List.copyOf(hosts);
    }

    /** Whether anything is served. */
    public boolean enabled() {
        return port != 0;
    }

    /** All names by which clients may ask for a page. */
    public List<String> names() {
        return Stream.concat(Stream.of(host), hosts.stream()).toList();
    }
}
