/**
 * Small models of how a partition changes its owner, explored exhaustively: every order of steps up to a bound, the
 * shortest trace first. Each model holds only the parts of Kafka that its promises need; {@code docs/testing.md} lists
 * these parts.
 */
@NullMarked
package io.callport.kafka.takeover.model;

import org.jspecify.annotations.NullMarked;
