/**
 * The wiring: puts the adapters together, in order, and takes them apart. No decision about commands is made here.
 */
@NullMarked
package io.callport.app.service;

import org.jspecify.annotations.NullMarked;
