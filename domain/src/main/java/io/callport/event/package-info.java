/** Events that vendors push: their types, their data and the port that takes them. */
@NullMarked
package io.callport.event;

import org.jspecify.annotations.NullMarked;
