/**
 * Tools beside the running service: sending commands, checking a cluster, listing dead letters and publishing them
 * again. Nothing here runs in the loop.
 */
@NullMarked
package io.callport.kafka.admin;

import org.jspecify.annotations.NullMarked;
