// SPDX-License-Identifier: Apache-2.0

/** Tests of record content and its two forms. */
@NullMarked
package io.wayside.core.data;

import org.jspecify.annotations.NullMarked;
