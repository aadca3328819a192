package io.callport.observability.pages;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that a request may name: loopback names, IP addresses, and names that were given. A web page can point a
 * name of its own at this machine (DNS rebinding) and then read what it asks for; the request still names the page's
 * host.
 *
 * @param names the names that were given, in lower case
 */
record HostAllowList(Set<String> names) {
    private static final String LOOPBACK = "localhost";

    /** A host with or without a port, or an IPv6 address in brackets. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^:\\[\\]@/?#\\s]{1,255})(?::\\d{0,5})?");

    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    static HostAllowList of(Collection<String> names) {
        return new HostAllowList(names.stream().map(HostAllowList::plain).collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether a request for this host is answered.
     *
     * @param authority a host, perhaps with a port, as the header {@code Host} has it; {@code null} if there is none
     */
    boolean allows(@Nullable String authority) {
        Matcher parts = AUTHORITY.matcher(authority == null ? "" : authority);
        if (!parts.matches()) {
            return false;
        }
        String host = plain(parts.group(1));
        return host.startsWith("[")
                || IPV4.matcher(host).matches()
                || host.equals(LOOPBACK)
                || host.endsWith("." + LOOPBACK)
                || names.contains(host);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
