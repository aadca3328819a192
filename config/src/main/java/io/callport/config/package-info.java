/** The settings of the service: typed, and valid once they exist. Knows no file and no command line. */
@NullMarked
package io.callport.config;

import org.jspecify.annotations.NullMarked;
