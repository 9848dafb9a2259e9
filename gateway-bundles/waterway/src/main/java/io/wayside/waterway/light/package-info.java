// SPDX-License-Identifier: Apache-2.0
/** Light characters: read, written, and laid out as light and dark. */
@NullMarked
package io.wayside.waterway.light;

import org.jspecify.annotations.NullMarked;
