package io.callport.config;

/**
 * The address at which health and metrics are served.
 *
 * @param host the address to listen on
 * @param port the port, 1 to 65,535; 0 to serve nothing
 */
public record AdminConfig(String host, int port) {
    /** The default: an address for this machine alone. */
    public static final AdminConfig DEFAULT = new AdminConfig("127.0.0.1", 9464);

    /** Whether anything is served. */
    public boolean enabled() {
        return port != 0;
    }
}
