/**
 * The signatures of the vendors' requests and the verification of their messages, step by step: 7moor, Callbot v3 and
 * NXLink. Nothing here knows HTTP, JSON or the domain, reads a clock or makes a random number: those come in as the
 * parts of a message.
 */
@NullMarked
package io.callport.signing;

import org.jspecify.annotations.NullMarked;
