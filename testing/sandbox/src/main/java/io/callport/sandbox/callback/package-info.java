/**
 * The callbacks that the stand-in vendors push: which are asked for, and how they are sent. The bodies and signatures
 * of each vendor are beside that vendor's other code.
 */
@NullMarked
package io.callport.sandbox.callback;

import org.jspecify.annotations.NullMarked;
