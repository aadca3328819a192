package io.callport.app.admin;

import io.callport.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor last answered an account's ping.
 *
 * @param account whose signature the ping had
 * @param at when it ended
 * @param refusal why there was no answer, in words; {@code null} if there was one
 */
public record VendorPing(
        Account account, Instant at, @Nullable String refusal) {}
