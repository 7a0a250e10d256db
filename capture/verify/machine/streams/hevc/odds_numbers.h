/*
 * Numbers of ITU-T H.265, 9.3.2.2: initValue of each context (Tables 9-5 to 9-37, version 4), by initType,
 * in the order of odds.h. 154 stands for what a slice of that type never reads.
 */

static const u8 first_odds[3][CONTEXTS] = {
    {
        153, /* sao_merge_..._flag */
        200, /* sao_type_idx_... */
        139, 141, 157, /* split_cu_flag */
        154, /* cu_transquant_bypass_flag */
        154, 154, 154, /* cu_skip_flag */
        154, 154, /* cu_qp_delta_abs */
        154, /* pred_mode_flag */
        184, 154, 154, 154, /* part_mode */
        184, /* prev_intra_luma_pred_flag */
        63, /* intra_chroma_pred_mode */
        154, /* merge_flag */
        154, /* merge_idx */
        154, 154, 154, 154, 154, /* inter_pred_idc */
        154, 154, /* ref_idx_l? */
        154, 154, /* abs_mvd_greater?_flag */
        154, /* mvp_l?_flag */
        154, /* rqt_root_cbf */
        153, 138, 138, /* split_transform_flag */
        111, 141, /* cbf_luma */
        94, 138, 182, 154, 154, /* cbf_cb, cbf_cr */
        139, 139, /* transform_skip_flag */
        139, 139, /* explicit_rdpcm_flag */
        139, 139, /* explicit_rdpcm_dir_flag */
        110, 110, 124, 125, 140, 153, 125, 127, 140, 109, 111, 143, 127, 111, 79, 108, 123, 63,
        110, 110, 124, 125, 140, 153, 125, 127, 140, 109, 111, 143, 127, 111, 79, 108, 123, 63,
        91, 171, 134, 141, /* coded_sub_block_flag */
        111, 111, 125, 110, 110, 94, 124, 108, 124, 107, 125, 141, 179, 153, 125, 107, 125, 141,
        179, 153, 125, 107, 125, 141, 179, 153, 125, 140, 139, 182, 182, 152, 136, 152, 136, 153,
        136, 139, 111, 136, 139, 111, 141, 111,
        140, 92, 137, 138, 140, 152, 138, 139, 153, 74, 149, 92, 139, 107, 122, 152, 140, 179, 166,
        182, 140, 227, 122, 197,
        138, 153, 136, 167, 152, 152, /* coeff_abs_level_greater2_flag */
        154, 154, 154, 154, 154, 154, 154, 154, /* log2_res_scale_abs_plus1 */
        154, 154, /* res_scale_sign_flag */
        154, /* cu_chroma_qp_offset_flag */
        154, /* cu_chroma_qp_offset_idx */
    },
    {
        153, /* sao_merge_..._flag */
        185, /* sao_type_idx_... */
        107, 139, 126, /* split_cu_flag */
        154, /* cu_transquant_bypass_flag */
        197, 185, 201, /* cu_skip_flag */
        154, 154, /* cu_qp_delta_abs */
        149, /* pred_mode_flag */
        154, 139, 154, 154, /* part_mode */
        154, /* prev_intra_luma_pred_flag */
        152, /* intra_chroma_pred_mode */
        110, /* merge_flag */
        122, /* merge_idx */
        95, 79, 63, 31, 31, /* inter_pred_idc */
        153, 153, /* ref_idx_l? */
        140, 198, /* abs_mvd_greater?_flag */
        168, /* mvp_l?_flag */
        79, /* rqt_root_cbf */
        124, 138, 94, /* split_transform_flag */
        153, 111, /* cbf_luma */
        149, 107, 167, 154, 154, /* cbf_cb, cbf_cr */
        139, 139, /* transform_skip_flag */
        139, 139, /* explicit_rdpcm_flag */
        139, 139, /* explicit_rdpcm_dir_flag */
        125, 110, 94, 110, 95, 79, 125, 111, 110, 78, 110, 111, 111, 95, 94, 108, 123, 108,
        125, 110, 94, 110, 95, 79, 125, 111, 110, 78, 110, 111, 111, 95, 94, 108, 123, 108,
        121, 140, 61, 154, /* coded_sub_block_flag */
        155, 154, 139, 153, 139, 123, 123, 63, 153, 166, 183, 140, 136, 153, 154, 166, 183, 140,
        136, 153, 154, 166, 183, 140, 136, 153, 154, 170, 153, 123, 123, 107, 121, 107, 121, 167,
        151, 183, 140, 151, 183, 140, 140, 140,
        154, 196, 196, 167, 154, 152, 167, 182, 182, 134, 149, 136, 153, 121, 136, 137, 169, 194,
        166, 167, 154, 167, 137, 182,
        107, 167, 91, 122, 107, 167, /* coeff_abs_level_greater2_flag */
        154, 154, 154, 154, 154, 154, 154, 154, /* log2_res_scale_abs_plus1 */
        154, 154, /* res_scale_sign_flag */
        154, /* cu_chroma_qp_offset_flag */
        154, /* cu_chroma_qp_offset_idx */
    },
    {
        153, /* sao_merge_..._flag */
        160, /* sao_type_idx_... */
        107, 139, 126, /* split_cu_flag */
        154, /* cu_transquant_bypass_flag */
        197, 185, 201, /* cu_skip_flag */
        154, 154, /* cu_qp_delta_abs */
        134, /* pred_mode_flag */
        154, 139, 154, 154, /* part_mode */
        183, /* prev_intra_luma_pred_flag */
        152, /* intra_chroma_pred_mode */
        154, /* merge_flag */
        137, /* merge_idx */
        95, 79, 63, 31, 31, /* inter_pred_idc */
        153, 153, /* ref_idx_l? */
        169, 198, /* abs_mvd_greater?_flag */
        168, /* mvp_l?_flag */
        79, /* rqt_root_cbf */
        224, 167, 122, /* split_transform_flag */
        153, 111, /* cbf_luma */
        149, 92, 167, 154, 154, /* cbf_cb, cbf_cr */
        139, 139, /* transform_skip_flag */
        139, 139, /* explicit_rdpcm_flag */
        139, 139, /* explicit_rdpcm_dir_flag */
        125, 110, 124, 110, 95, 94, 125, 111, 111, 79, 125, 126, 111, 111, 79, 108, 123, 93,
        125, 110, 124, 110, 95, 94, 125, 111, 111, 79, 125, 126, 111, 111, 79, 108, 123, 93,
        121, 140, 61, 154, /* coded_sub_block_flag */
        170, 154, 139, 153, 139, 123, 123, 63, 124, 166, 183, 140, 136, 153, 154, 166, 183, 140,
        136, 153, 154, 166, 183, 140, 136, 153, 154, 170, 153, 138, 138, 122, 121, 122, 121, 167,
        151, 183, 140, 151, 183, 140, 140, 140,
        154, 196, 167, 167, 154, 152, 167, 182, 182, 134, 149, 136, 153, 121, 136, 122, 169, 208,
        166, 167, 154, 152, 167, 182,
        107, 167, 91, 107, 107, 167, /* coeff_abs_level_greater2_flag */
        154, 154, 154, 154, 154, 154, 154, 154, /* log2_res_scale_abs_plus1 */
        154, 154, /* res_scale_sign_flag */
        154, /* cu_chroma_qp_offset_flag */
        154, /* cu_chroma_qp_offset_idx */
    },
};
