package io.callport.config;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account that is answered for.
 *
 * @param account who
 * @param secret what its requests are signed with
 * @param url the vendor's address; {@code null} for the documented one
 * @param algorithm the hash of its signatures; 7moor has no choice and ignores it
 * @param budget how many requests it may make
 */
public record AccountConfig(
        Account account, Secret secret, @Nullable URI url, Algorithm algorithm, Budget budget) {}
