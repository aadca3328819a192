/** The documents of the configuration, made from the declarations that it is read by. Reads no file and writes none. */
@NullMarked
package io.callport.config.reference;

import org.jspecify.annotations.NullMarked;
