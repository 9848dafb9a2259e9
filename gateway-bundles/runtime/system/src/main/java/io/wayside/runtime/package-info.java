// SPDX-License-Identifier: Apache-2.0

/** Configuration applied, health gathered, clock kept. */
@NullMarked
package io.wayside.runtime;

import org.jspecify.annotations.NullMarked;
