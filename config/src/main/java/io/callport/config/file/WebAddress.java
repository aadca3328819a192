package io.callport.config.file;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Addresses: a vendor's, as in {@code https://host}, perhaps with a port and a path; a proxy's, as in
 * {@code http://host:port}.
 */
final class WebAddress {
    private WebAddress() {}

    static URI parse(String text) {
        URI url = uri(text);
        String scheme = url.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme)) {
            throw new IllegalArgumentException("must begin with https:// or http://");
        }
        if (url.getRawUserInfo() != null
                || String.valueOf(url.getRawAuthority()).contains("@")) {
            throw new IllegalArgumentException("must have no user or password before '@'; remove them");
        }
        if (url.getHost() == null) {
            throw new IllegalArgumentException("must name a host, as in https://v7openapi.7moor.com");
        }
        if (url.getPort() > 65_535 || url.getPort() == 0) {
            throw new IllegalArgumentException("must have a port from 1 to 65535");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must end before '?' and '#'");
        }
        return url;
    }

    static InetSocketAddress parseProxy(String text) {
        URI proxy = parse(text);
        if (!"http".equalsIgnoreCase(proxy.getScheme())
                || proxy.getPort() < 0
                || !String.valueOf(proxy.getRawPath()).matches("/?")) {
            throw new IllegalArgumentException(
                    "must be http://, a host and a port, and nothing behind them, as in http://proxy.example.com:3128");
        }
        return InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort());
    }

    /**
     * Parses an address without passing on the parser's message, which would quote a secret that stands in the wrong
     * place.
     */
    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a URL, as in https://v7openapi.7moor.com", e);
        }
    }
}
