/**
 * The complete Callport on one machine, for people who try Callport: an embedded broker, stand-in vendors and the
 * service. The service's own code is elsewhere.
 */
@NullMarked
package io.callport.demo;

import org.jspecify.annotations.NullMarked;
