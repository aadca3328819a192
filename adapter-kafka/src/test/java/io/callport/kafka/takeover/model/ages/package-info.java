/**
 * Model of ages: one account with one slot, time in ticks, owners that take turns and have different HTTP timeouts. Any
 * number of hand-overs is explored, for nothing counts them. Transactions are atomic.
 */
@NullMarked
package io.callport.kafka.takeover.model.ages;

import org.jspecify.annotations.NullMarked;
