// SPDX-License-Identifier: Apache-2.0
/** Records of the waterway. */
@NullMarked
package io.wayside.waterway.record;

import org.jspecify.annotations.NullMarked;
