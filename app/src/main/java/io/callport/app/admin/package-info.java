/**
 * What is told about the running service over HTTP: its health, its accounts and its metrics. The only room that knows
 * Micrometer.
 */
@NullMarked
package io.callport.app.admin;

import org.jspecify.annotations.NullMarked;
