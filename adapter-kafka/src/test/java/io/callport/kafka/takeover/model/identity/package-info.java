/**
 * Model of what a partition's state belongs to: command topics that are deleted and recreated, state topics that are,
 * offsets that are reset or gone, and two groups on one state topic. Transactions are atomic and one process has the
 * partition at a time: the protocol model is about the rest.
 */
@NullMarked
package io.callport.kafka.takeover.model.identity;

import org.jspecify.annotations.NullMarked;
