/**
 * The whole of Callport on one machine: an embedded broker, stand-in vendors and the service, for people who try it. What
 * the service does lives elsewhere.
 */
@NullMarked
package io.callport.demo;

import org.jspecify.annotations.NullMarked;
