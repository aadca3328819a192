/**
 * The identity of a record: where it was first published, which headers of Callport's own say, and the tags that prove
 * that Callport wrote them. Knows no Kafka client, no clock and no thread.
 */
@NullMarked
package io.callport.kafka.origin;

import org.jspecify.annotations.NullMarked;
