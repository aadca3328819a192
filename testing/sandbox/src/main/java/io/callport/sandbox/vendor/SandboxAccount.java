package io.callport.sandbox.vendor;

import java.util.List;

/**
 * An account that a stand-in vendor knows.
 *
 * @param vendor the vendor family: {@code 7moor}, {@code callbot} or {@code nxlink}
 * @param key the vendor's m7-appkey, uuid or accessKey
 * @param secret the secret that signs its requests; never shown
 */
public record SandboxAccount(String vendor, String key, String secret) {
    private static final List<String> VENDORS = List.of("7moor", "callbot", "nxlink");

    /** The accounts in the vendors' public documents (developer.7moor.com/v7/authorization, NXCloud's wiki). */
    public static final List<SandboxAccount> DOCUMENTED = List.of(
            new SandboxAccount("7moor", "2000103", "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3"),
            new SandboxAccount("callbot", "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR", "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr"),
            new SandboxAccount("nxlink", "fme2na3kdi3ki", "abciiiko2k3"));

    /** @throws IllegalArgumentException if the vendor is unknown, or a part is empty */
    public SandboxAccount {
        if (!VENDORS.contains(vendor)) {
            throw new IllegalArgumentException("vendor: must be one of " + VENDORS);
        }
        if (key.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("key and secret of a sandbox account must not be empty");
        }
    }

    /** The account as {@code vendor:key}. */
    public String id() {
        return vendor + ":" + key;
    }

    /** The id, without the secret. */
    @Override
    public String toString() {
        return id();
    }
}
