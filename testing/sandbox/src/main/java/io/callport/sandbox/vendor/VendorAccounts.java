package io.callport.sandbox.vendor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The secrets of one vendor's accounts by key. Immutable. */
public final class VendorAccounts {
    private final Map<String, String> secrets = new HashMap<>();

    /** Keeps the vendor's accounts of the list. */
    public VendorAccounts(String vendor, List<SandboxAccount> all) {
        for (SandboxAccount account : all) {
            if (account.vendor().equals(vendor)) {
                secrets.put(account.key(), account.secret());
            }
        }
    }

    /** The secret of an account; null if there is no such account. */
    public @Nullable String secret(String key) {
        return secrets.get(key);
    }
}
