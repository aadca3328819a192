package io.callport.http.vendor;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import java.net.URI;

/**
 * How an account is reached.
 *
 * @param account the account
 * @param secret its secret key
 * @param url the vendor's address, to which endpoints are appended
 * @param algorithm the hash of its signatures, where its vendor has a choice
 */
public record Access(Account account, Secret secret, URI url, Algorithm algorithm) {}
