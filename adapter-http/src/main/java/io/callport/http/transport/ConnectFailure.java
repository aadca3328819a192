package io.callport.http.transport;

import io.callport.http.transport.NameLookup.LookupTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Names why a connection to a vendor was not made: the address, the proxy, or TLS and its certificate. The words are
 * ours, because the client's may quote what came over the wire.
 */
final class ConnectFailure {
    /** The JDK's words for versions and ciphers that the two sides do not share. */
    private static final Pattern NO_COMMON_PROTOCOL = Pattern.compile(
            "protocol_version|handshake_failure|insufficient_security|No appropriate protocol|No negotiable cipher|server selected");

    private static final Pattern NO_TLS =
            Pattern.compile("plaintext connection|Unsupported or unrecognized SSL message");

    private static final Pattern TUNNEL = Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");

    private ConnectFailure() {}

    /** One sentence for people. */
    static String detail(Throwable cause, RequestProgress progress) {
        String peer = progress.proxied() ? "proxy" : "vendor";
        if (has(cause, LookupTimeoutException.class)) {
            return "The " + peer + "'s host name was not looked up in time";
        }
        if (has(cause, UnknownHostException.class)) {
            return "The " + peer + "'s host name is unknown";
        }
        if (progress.connectTimedOut()) {
            return "The " + peer + " did not accept the connection in time";
        }
        if (has(cause, ConnectException.class)) {
            return "The " + peer + " cannot be connected to";
        }
        if (progress.withinTls() || has(cause, SSLException.class)) {
            return tls(cause);
        }
        Matcher tunnel = TUNNEL.matcher(String.valueOf(cause.getMessage()));
        if (tunnel.find()) {
            return refusedByProxy(tunnel.group(1));
        }
        return "The connection to the " + peer + " ended before the request was sent";
    }

    /** The sentence for a proxy that answers with an HTTP status instead of the vendor. */
    static String refusedByProxy(String status) {
        return status.equals("407")
                ? "The proxy wants a user and a password (HTTP 407), which Callport does not send"
                : "The proxy did not connect to the vendor: it answered HTTP " + status;
    }

    private static String tls(Throwable cause) {
        if (has(cause, CertificateExpiredException.class)) {
            return "The vendor's certificate has expired, or this machine's clock is wrong";
        }
        if (has(cause, CertificateNotYetValidException.class)) {
            return "The vendor's certificate is not valid yet, or this machine's clock is wrong";
        }
        if (has(cause, SSLPeerUnverifiedException.class)) {
            return "The vendor's certificate is for another host name than the one in its url";
        }
        if (has(cause, CertPathBuilderException.class)) {
            return "The vendor's certificate is unknown: none of the trusted authorities has signed it (http.truststore)";
        }
        if (has(cause, CertificateException.class)) {
            return "The vendor's certificate is not accepted";
        }
        if (says(cause, NO_COMMON_PROTOCOL)) {
            return "The vendor shares no version or cipher of TLS with this JVM";
        }
        return says(cause, NO_TLS)
                ? "The vendor does not speak TLS on this port; its url may have to begin with http://"
                : "The vendor ended the connection within the TLS handshake";
    }

    private static boolean says(Throwable thrown, Pattern words) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (t.getMessage() != null && words.matcher(t.getMessage()).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
