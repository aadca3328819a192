package io.callport.benchmarks.comparison.signing;

import io.callport.signing.SignedMessage;
import java.util.function.Supplier;

/**
 * A message to sign, by Callport and by the bare digest.
 *
 * @param name the scheme and the size
 * @param signed signs with Callport and returns all headers to send
 * @param bare the digest of the same bytes, put together beforehand, as text: nothing but the JDK's own work
 */
record SigningCase(String name, Supplier<SignedMessage> signed, Supplier<String> bare) {}
