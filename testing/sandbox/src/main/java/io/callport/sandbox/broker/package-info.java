/**
 * A Kafka broker inside this JVM, for tests and for demonstrations on one machine. Nothing here knows the vendors, and
 * nothing here is meant to keep anyone's data.
 */
@NullMarked
package io.callport.sandbox.broker;

import org.jspecify.annotations.NullMarked;
