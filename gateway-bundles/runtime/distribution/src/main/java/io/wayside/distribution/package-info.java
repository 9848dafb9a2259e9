// SPDX-License-Identifier: Apache-2.0
/** Puts a release folder together at build time: schema, bundle list, native libraries. */
@NullMarked
package io.wayside.distribution;

import org.jspecify.annotations.NullMarked;
