/** The laws of growth of the switchboard: the steps of an event, by what is held. */
@NullMarked
package io.callport.switchboard.growth;

import org.jspecify.annotations.NullMarked;
