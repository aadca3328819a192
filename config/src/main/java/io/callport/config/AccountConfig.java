package io.callport.config;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account whose commands the service answers.
 *
 * @param account the account
 * @param secret the secret that signs the account's requests
 * @param url the vendor's address; {@code null} for the documented one
 * @param algorithm the hash of its signatures; 7moor has no choice and ignores it
 * @param budget the number of requests that the account may make
 */
public record AccountConfig(
        Account account, Secret secret, @Nullable URI url, Algorithm algorithm, Budget budget) {}
