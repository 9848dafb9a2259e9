// SPDX-License-Identifier: Apache-2.0

/** Tests of axle patterns and class schemes. */
@NullMarked
package io.wayside.core.vehicle;

import org.jspecify.annotations.NullMarked;
