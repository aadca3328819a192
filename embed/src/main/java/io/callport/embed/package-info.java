/**
 * The switchboard with a thread and a clock of its own, for applications without Kafka. Everything about threads is
 * here. The switchboard decides what is asked and when, and the ports know how to ask a vendor.
 */
@NullMarked
package io.callport.embed;

import org.jspecify.annotations.NullMarked;
