package io.callport.http.settings;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account with its secret and its vendor's address.
 *
 * @param account the account
 * @param secret the account's secret key; neither starts nor ends with white space
 * @param url the vendor's address, {@code http} or {@code https}, to which the endpoints' paths are appended
 * @param algorithm the hash of Callbot's and NXLink's signatures, as set in the vendor's console; 7moor's has no choice
 */
public record HttpAccount(Account account, Secret secret, URI url, Algorithm algorithm) {
    /** @throws IllegalArgumentException if the address is not of its form */
    public HttpAccount {
        requireForm(url);
    }

    /**
     * An account at an address, or at the one that its vendor documents: {@code https://v7openapi.7moor.com} for 7moor,
     * and for Callbot {@code https://nxbot.nxcloud.com}, its production host, assumed to serve callinfo too, which the
     * wiki shows only on {@code https://devnxbot.nxcloud.com}; NXLink documents none, but regional ones.
     *
     * @param url the vendor's address; {@code null} for the documented one
     * @throws IllegalArgumentException if the address is not of its form, or missing where the vendor documents none
     */
    public static HttpAccount of(Account account, Secret secret, @Nullable URI url, Algorithm algorithm) {
        URI address = url == null ? VendorProfile.url(account.vendor()) : url;
        if (address == null) {
            throw new IllegalArgumentException(
                    "url: must be given for " + account + ", since its vendor documents no single address");
        }
        return new HttpAccount(account, secret, address, algorithm);
    }

    private static void requireForm(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException("url: must start with https:// or http:// and a host name");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "url: must be scheme, host, port and path only, without '@', '?' or '#'");
        }
    }
}
