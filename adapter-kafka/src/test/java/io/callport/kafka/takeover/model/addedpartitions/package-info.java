/**
 * Model of a command topic that gains partitions while everything is stopped: where an account's state is found
 * afterwards. There is one account with one slot. Time is coarse: a window passes at once, for all.
 */
@NullMarked
package io.callport.kafka.takeover.model.addedpartitions;

import org.jspecify.annotations.NullMarked;
