/**
 * The takeover of a partition from its last owner: what is read, in which order, and what follows from it. Nothing here
 * waits.
 */
@NullMarked
package io.callport.kafka.takeover;

import org.jspecify.annotations.NullMarked;
