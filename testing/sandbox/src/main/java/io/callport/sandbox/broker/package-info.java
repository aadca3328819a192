/**
 * A Kafka broker inside this JVM, for tests and for demonstrations on one machine. The broker knows no vendors and is
 * not for data that must be kept.
 */
@NullMarked
package io.callport.sandbox.broker;

import org.jspecify.annotations.NullMarked;
