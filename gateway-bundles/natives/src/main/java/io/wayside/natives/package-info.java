// SPDX-License-Identifier: Apache-2.0
/**
 * Libraries of machine code that a bundle carries. Packed into each such bundle, since Java gives a
 * library to the class loader that asks for it.
 */
@NullMarked
package io.wayside.natives;

import org.jspecify.annotations.NullMarked;
