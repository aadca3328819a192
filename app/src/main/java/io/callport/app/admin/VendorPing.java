package io.callport.app.admin;

import io.callport.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last answer of a vendor to the ping of an account.
 *
 * @param account the account whose signature the ping had
 * @param at the time of the ping's end
 * @param refusal the reason of a missing answer, in words; {@code null} if the vendor answered
 */
public record VendorPing(
        Account account, Instant at, @Nullable String refusal) {}
