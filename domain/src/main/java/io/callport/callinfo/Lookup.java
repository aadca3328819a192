package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Looks up call info at Callbot. The vendor shows one sample of this request and explains none of its fields (wiki page
 * <i>Callbot API authorization</i>), so they are passed on as they are, all three.
 *
 * @param customerId not blank, at most 256 characters
 * @param appKey not blank, at most 256 characters
 * @param status any number; the sample has 1
 */
public record Lookup(String customerId, String appKey, int status) implements Query<CallInfoPort, CallInfo> {
    private static final int LONGEST = 256;

    /** @throws IllegalArgumentException if a text is missing, blank or too long; the message names it */
    public Lookup {
        requireText("customerId", customerId);
        requireText("appKey", appKey);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallInfo ask(CallInfoPort port, Account account) {
        return port.lookup(account, this);
    }

    private static void requireText(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": is required");
        }
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ": must not be blank");
        }
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    name + ": must have at most " + LONGEST + " characters, but has " + value.length());
        }
    }
}
