// SPDX-License-Identifier: Apache-2.0
/** Cameras that read plates by themselves, heard over HTTP. */
@NullMarked
package io.wayside.driver.anpr;

import org.jspecify.annotations.NullMarked;
