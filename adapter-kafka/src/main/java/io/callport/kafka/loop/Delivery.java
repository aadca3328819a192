package io.callport.kafka.loop;

import io.callport.kafka.message.Publication;

/**
 * The publication that ends one record's work.
 *
 * @param publication what to send
 * @param progress the record's partition's
 * @param offset the record's
 * @param committed to run once it is committed
 */
record Delivery(Publication publication, Progress progress, long offset, Runnable committed) {}
