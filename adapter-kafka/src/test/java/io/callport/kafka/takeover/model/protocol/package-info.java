/**
 * Model of the protocol of one partition: two processes, a group coordinator, transactions whose markers arrive one by
 * one, and a state partition. There is no time: a spent slot is never free again, so at most {@link Ledger#BUDGET}
 * requests may ever start.
 */
@NullMarked
package io.callport.kafka.takeover.model.protocol;

import org.jspecify.annotations.NullMarked;
