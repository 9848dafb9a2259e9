// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.tolling.book.fetch;

import org.jspecify.annotations.NullMarked;
