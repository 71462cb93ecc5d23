//! Rows as many places write them: good ones, in which nothing is found, and poor ones with the rule that says so.
//!
//! `一级/二级 | 名称 | 指标值`, and for a poor row the rule. Each was written from experience of such tables, before any
//! rule was run on it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that stops says what it stopped on"
)]

use std::collections::BTreeMap;

use jibiao_model::{Document, Extent, Row, RowId, Severity, Stage};
use jibiao_packs::{Pack, builtin};
use jibiao_rules::check;

/// `level-1/level-2`, name, target, and the rule where there is one.
fn cells(line: &str) -> Vec<&str> {
    line.trim().split(" | ").collect()
}

/// The rules that report each row at a severity, by the position of the row.
fn reported(pack: &Pack, lines: &[&str], told: fn(Severity) -> bool) -> BTreeMap<usize, Vec<String>> {
    let form = pack.form("project-declaration-2021").unwrap();
    let mut document = Document::new("rows", pack.reference.clone(), form.id.clone());
    document.extent = Extent::Excerpt;
    let table = form.indicators().unwrap().id.clone();
    for (position, line) in lines.iter().enumerate() {
        let cells = cells(line);
        let (one, two) = cells[0].split_once('/').unwrap();
        let mut row = Row::new(RowId::new(position.to_string()));
        let texts = [("level-1", one), ("level-2", two), ("level-3", cells[1]), ("target", cells[2])];
        row.cells = texts.into_iter().map(|(id, text)| (id.into(), text.to_owned())).collect();
        document.tables.get_or_default(table.clone()).push(row);
    }
    let report = check(&pack.book, &pack.reference, form, &document, Stage::Review);
    assert_eq!(report.faults, []);
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for entry in report.entries.iter().filter(|entry| told(entry.severity)) {
        if let Some(row) = &entry.finding.place.row {
            rows.entry(row.as_str().parse().unwrap()).or_default().push(entry.finding.rule.to_string());
        }
    }
    rows
}

fn lines(text: &'static str) -> Vec<&'static str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

fn pack() -> Pack {
    builtin("cn-mof").unwrap().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn nothing_is_found_in_well_written_rows() {
    let rows = lines(GOOD);
    let found = reported(&pack(), &rows, |severity| severity != Severity::Advises);
    let off: Vec<String> = found.iter().map(|(row, rules)| format!("{}: {rules:?}", rows[*row].trim())).collect();
    assert!(off.is_empty(), "{off:#?}");
}

#[test]
fn poor_rows_are_told_by_the_rule_for_their_defect() {
    let rows = lines(POOR);
    let found = reported(&pack(), &rows, |_| true);
    let missed = rows.iter().enumerate().filter(|(row, line)| {
        let rule = cells(line)[3];
        !found.get(row).is_some_and(|rules| rules.iter().any(|found| found == rule))
    });
    let missed: Vec<&str> = missed.map(|(_, line)| line.trim()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

const GOOD: &str = "
        产出/数量 | 培训班次 | ≥6期
        产出/数量 | 培训人次 | ≥300人次
        产出/数量 | 开展技能培训人数 | 500人
        产出/数量 | 发放耕地地力保护补贴面积 | ≥35.2万亩
        产出/数量 | 补贴农户数 | ≥12000户
        产出/数量 | 新建高标准农田面积 | ≥2万亩
        产出/数量 | 新建村组道路里程 | 12.6公里
        产出/数量 | 农村公路养护里程 | ≥860公里
        产出/数量 | 安装太阳能路灯 | ≥260盏
        产出/数量 | 购置办公电脑 | =25台
        产出/数量 | 改造农村户厕 | 1200户
        产出/数量 | 发放高龄津贴人数 | ≥3500人
        产出/数量 | 困难残疾人生活补贴人数 | ≥890人
        产出/数量 | 城乡低保保障人数 | ≥6200人
        产出/数量 | 开展食品安全抽检批次 | ≥800批次
        产出/数量 | 组织文艺演出场次 | ≥60场
        产出/数量 | 举办招聘会场次 | ≥10场
        产出/数量 | 开展执法检查次数 | ≥24次
        产出/数量 | 垃圾清运量 | ≥1.2万吨
        产出/数量 | 污水处理量 | ≥300万吨
        产出/数量 | 绿化养护面积 | ≥56万平方米
        产出/数量 | 道路保洁面积 | 120万平方米
        产出/数量 | 公厕管护数量 | 38座
        产出/数量 | 编制规划数量 | 1项
        产出/数量 | 课题研究数量 | ≥3个
        产出/数量 | 信息系统运维数量 | 5个
        产出/数量 | 保障三支一扶人员人数 | 32人
        产出/数量 | 临聘人员人数 | ≤12人
        产出/数量 | 法律援助案件数 | ≥200件
        产出/数量 | 采集数据条数 | ≥10万条
        产出/数量 | 印刷宣传资料份数 | ≥2万份
        产出/数量 | 拍摄宣传片 | 2部
        产出/数量 | 基本公共卫生服务覆盖人口数 | ≥30万人
        产出/数量 | 适龄儿童接种剂次 | ≥4万剂次
        产出/数量 | 建设项目开工数量 | ≥3个
        产出/数量 | 支持企业数量 | ≥15家
        产出/数量 | 帮扶村数量 | 8个
        产出/数量 | 供水管网改造长度 | ≥15.3公里
        产出/数量 | 病险水库除险加固数量 | 2座
        产出/数量 | 植树造林面积 | ≥5000亩
        产出/数量 | 会议次数 | ≤4次
        产出/数量 | 年度检修计划完成率 | =100%
        产出/数量 | 项目完成率 | 100%
        产出/数量 | 任务完成率 | ≥95%
        产出/数量 | 设备采购完成率 | 100%
        产出/数量 | 巡查频次 | ≥2次/周
        产出/数量 | 保障机关车辆数 | 6辆
        产出/数量 | 租赁办公用房面积 | 1200平方米
        产出/数量 | 监测断面数量 | 12个
        产出/数量 | 开展督导检查 | 4次/年
        产出/质量 | 培训合格率 | ≥95%
        产出/质量 | 工程验收合格率 | 100%
        产出/质量 | 设备验收合格率 | =100%
        产出/质量 | 补贴对象认定准确率 | ≥98%
        产出/质量 | 苗木成活率 | ≥85%
        产出/质量 | 路面完好率 | ≥90%
        产出/质量 | 抽检合格率 | ≥97%
        产出/质量 | 系统正常运行率 | ≥99%
        产出/质量 | 设施完好率 | ≥95%
        产出/质量 | 资料归档率 | ≥98%
        产出/质量 | 农田灌溉保证率 | ≥80%
        产出/质量 | 水质达标率 | 100%
        产出/质量 | 规划通过评审率 | 100%
        产出/质量 | 案件办结率 | ≥90%
        产出/质量 | 报告优秀率 | ≥20%
        产出/质量 | 疫苗接种率 | ≥95%
        产出/质量 | 老年人健康管理率 | ≥70%
        产出/质量 | 高血压患者规范管理率 | ≥62%
        产出/质量 | 数据差错率 | ≤1%
        产出/质量 | 安全事故发生次数 | 0次
        产出/质量 | 有责投诉次数 | ≤2次
        产出/质量 | 重大舆情事件 | 0起
        产出/质量 | 保洁达标率 | ≥95%
        产出/质量 | 宣传稿件采用率 | ≥60%
        产出/质量 | 故障修复率 | ≥98%
        产出/质量 | 低保对象动态管理准确率 | ≥98%
        产出/质量 | 工程质量 | 符合《公路工程质量检验评定标准》
        产出/质量 | 公共场所空气质量 | 达到国家二级标准
        产出/质量 | 政府采购率 | 100%
        产出/时效 | 项目完成时间 | 2026年12月31日前
        产出/时效 | 补贴发放及时率 | 100%
        产出/时效 | 工程按期完工率 | ≥95%
        产出/时效 | 培训完成时间 | 11月底前
        产出/时效 | 设备采购完成时限 | ≤60天
        产出/时效 | 故障响应时间 | ≤2小时
        产出/时效 | 工资发放时间 | 每月10日前
        产出/时效 | 项目按时开工率 | 100%
        产出/时效 | 任务按时完成率 | ≥98%
        产出/时效 | 建设周期 | ≤8个月
        产出/时效 | 信访事项办理时限 | 60日内
        产出/时效 | 报表上报及时率 | 100%
        产出/时效 | 资料报送时间 | 次月5日前
        产出/时效 | 救援到达时间 | ≤30分钟
        产出/时效 | 年度计划完成率 | 100%
        产出/时效 | 应急处置率 | 100%
        产出/时效 | 工程进度 | 12月底前完成主体
        产出/时效 | 服务期限 | 12个月
        产出/时效 | 垃圾清运频次 | 每日2次
        产出/成本 | 培训成本 | ≤400元/人·天
        产出/成本 | 每公里养护成本 | ≤1.2万元/公里
        产出/成本 | 高龄津贴标准 | 100元/人·月
        产出/成本 | 人均工资标准 | ≤4500元/月
        产出/成本 | 电脑采购单价 | ≤6000元/台
        产出/成本 | 会议费 | ≤8万元
        产出/成本 | 项目预算控制数 | ≤120.5万元
        产出/成本 | 成本节约率 | ≥3%
        产出/成本 | 亩均补贴标准 | =87.5元/亩
        成本/经济成本 | 印刷成本 | ≤12元/册
        成本/经济成本 | 物业管理费单价 | ≤3.2元/平方米·月
        成本/社会成本 | 施工占道时间 | ≤3个月
        成本/社会成本 | 单次封闭道路时长 | ≤4小时
        成本/生态环境成本 | 施工占用林地面积 | ≤2亩
        成本/社会成本 | 因施工引发的投诉 | ≤5起
        成本/生态环境成本 | 施工扬尘超标次数 | ≤2次
        成本/生态环境成本 | 能源消耗量 | ≤30吨标准煤
        成本/生态环境成本 | 建筑垃圾产生量 | ≤500吨
        效益/经济效益 | 带动农户户均增收 | ≥2000元
        效益/经济效益 | 村集体经济收入增长率 | ≥8%
        效益/经济效益 | 节约财政资金 | ≥15万元
        效益/经济效益 | 带动旅游收入 | ≥500万元
        效益/经济效益 | 减少企业负担 | ≥300万元
        效益/经济效益 | 粮食亩产增加 | ≥50公斤
        效益/经济效益 | 新增税收 | ≥200万元
        效益/社会效益 | 受益人口数 | ≥2.3万人
        效益/社会效益 | 政策知晓率 | ≥90%
        效益/社会效益 | 带动就业人数 | ≥60人
        效益/社会效益 | 新增就业岗位 | ≥120个
        效益/社会效益 | 安全生产事故下降率 | ≥5%
        效益/社会效益 | 矛盾纠纷化解率 | ≥95%
        效益/社会效益 | 义务教育巩固率 | ≥98%
        效益/社会效益 | 贫困学生辍学率 | 0%
        效益/社会效益 | 孕产妇死亡率 | ≤12/10万
        效益/社会效益 | 自来水普及率 | ≥95%
        效益/社会效益 | 刑事案件发案率下降 | ≥3%
        效益/社会效益 | 群众安全感 | ≥98%
        效益/社会效益 | 受益群众覆盖率 | ≥90%
        效益/社会效益 | 受益村民出行时间缩短 | ≥15分钟
        效益/社会效益 | 志愿服务参与人次 | ≥5000人次
        效益/生态效益 | 空气质量优良天数比例 | ≥85%
        效益/生态效益 | 农药使用量减少 | ≥3%
        效益/生态效益 | 森林覆盖率 | ≥45.3%
        效益/生态效益 | 垃圾无害化处理率 | ≥98%
        效益/生态效益 | 水土流失治理面积 | ≥12平方公里
        效益/生态效益 | 秸秆综合利用率 | ≥92%
        效益/生态效益 | 地表水达到Ⅲ类水质比例 | ≥90%
        效益/可持续影响 | 设施使用年限 | ≥15年
        效益/可持续影响 | 工程管护机制 | 出台管护办法1份
        效益/可持续影响 | 长效管护责任落实率 | 100%
        效益/可持续影响 | 人才留任率 | ≥80%
        效益/可持续影响 | 持续发挥作用年限 | ≥5年
        满意度/服务对象满意度 | 受益群众满意度 | ≥90%
        满意度/服务对象满意度 | 参训学员满意度 | ≥95%
        满意度/服务对象满意度 | 企业满意率 | ≥90%
        满意度/服务对象满意度 | 学生家长满意程度 | ≥90%
        满意度/服务对象满意度 | 辖区居民投诉率 | ≤2%
        满意度/服务对象满意度 | 服务对象 | ≥90%
        满意度/服务对象满意度 | 游客好评率 | ≥90%
        产出/数量 | 聘用保洁员人数 | ≥45人
        产出/数量 | 奖励先进个人名额 | 20名
        产出/数量 | 扶持产业项目 | 6个
        产出/数量 | 应急演练次数 | ≥2次
        产出/数量 | 收集整理档案卷数 | ≥3000卷
        产出/数量 | 发放营养包 | ≥12000盒
        产出/数量 | 新增停车泊位 | ≥150个
        产出/数量 | 更换水表数量 | ≥2200块
        产出/数量 | 孵化企业数 | ≥10家
        产出/数量 | 村级便民服务站运行数 | 168个
        产出/数量 | 免费开放场馆个数 | 3个
        产出/数量 | 全年开放天数 | ≥310天
        产出/数量 | 活动参与人次 | ≥2万人次
        产出/数量 | 慰问困难党员 | 60人
        产出/数量 | 管护林地面积 | ≥18.6万亩
        产出/数量 | 道路维修工程量 | 3200平方米
        产出/数量 | 完成年度招录计划 | 100%
        产出/数量 | 缴纳社保人数 | 126人
        产出/数量 | 补助学校数量 | ≥36所
        产出/数量 | 每周供餐天数 | 5天
        产出/数量 | 征集作品数量 | ≥500件
        产出/数量 | 信息报送篇数 | ≥240篇
        产出/数量 | 保障公务用车数量 | 8台
        产出/数量 | 租用云服务器 | 12台
        产出/数量 | 维护监控点位 | 386个
        产出/数量 | 村干部岗位补贴人数 | 212人
        产出/数量 | 水利设施维修养护处数 | ≥15处
        产出/数量 | 高标准农田建设任务完成率 | 100%
        产出/数量 | 设备更新比例 | ≥30%
        产出/质量 | 验收一次通过率 | ≥95%
        产出/质量 | 案卷评查优秀率 | ≥90%
        产出/质量 | 群众诉求办结率 | ≥98%
        产出/质量 | 网络安全事件 | 0起
        产出/质量 | 重大安全责任事故起数 | 0起
        产出/质量 | 主要农作物耕种收综合机械化率 | ≥78%
        产出/质量 | 灯具亮灯率 | ≥98%
        产出/质量 | 图书完好率 | ≥95%
        产出/质量 | 危房改造竣工率 | 100%
        产出/质量 | 学生体质健康合格率 | ≥92%
        产出/质量 | 质量等级 | 合格（依据GB 50300-2013）
        产出/质量 | 人员配备达标率 | 100%
        产出/质量 | 服务投诉处理率 | 100%
        产出/质量 | 数据质量核查通过率 | ≥98%
        产出/质量 | 饮用水水质检测合格率 | 100%
        产出/时效 | 开工时间 | 2026年3月
        产出/时效 | 2026年底前完成率 | 100%
        产出/时效 | 项目实施期限 | 2026年1月-12月
        产出/时效 | 补助资金发放时限 | ≤30个工作日
        产出/时效 | 垃圾日产日清率 | 100%
        产出/时效 | 救助金发放及时率 | ≥98%
        产出/时效 | 会议召开时间 | 2026年5月
        产出/时效 | 完成时限 | 2026年11月30日
        产出/时效 | 接诉响应时间 | ≤24小时
        产出/时效 | 月报报送时间 | 每月25日前
        产出/时效 | 采购周期 | ≤45天
        产出/时效 | 按合同约定完成率 | 100%
        产出/成本 | 村干部补贴标准 | 1800元/人·月
        产出/成本 | 亩均投资 | ≤3000元
        产出/成本 | 单位面积造价 | ≤1500元/平方米
        产出/成本 | 三公经费控制数 | ≤12万元
        产出/成本 | 人均培训费 | ≤550元
        产出/成本 | 广告投放费用 | ≤20万元
        产出/成本 | 超概算比例 | ≤5%
        产出/成本 | 工程成本控制 | ≤320万元
        成本/社会成本 | 征地拆迁安置费用 | ≤200万元
        成本/生态环境成本 | 水资源消耗 | ≤2万立方米
        效益/经济效益 | 农产品销售额 | ≥800万元
        效益/经济效益 | 减少经济损失 | ≥50万元
        效益/经济效益 | 亩均增产率 | ≥5%
        效益/经济效益 | 招商引资到位资金 | ≥2亿元
        效益/经济效益 | 旅游接待人次增长率 | ≥10%
        效益/经济效益 | 能源费用节约率 | ≥8%
        效益/社会效益 | 服务学生人数 | ≥3200人
        效益/社会效益 | 受益村个数 | 8个
        效益/社会效益 | 高校毕业生就业率 | ≥85%
        效益/社会效益 | 城市公共交通分担率 | ≥30%
        效益/社会效益 | 重大群体性事件 | 0起
        效益/社会效益 | 媒体报道次数 | ≥20次
        效益/社会效益 | 群众健康素养水平 | ≥28%
        效益/社会效益 | 法律服务惠及人数 | ≥5000人
        效益/社会效益 | 道路通行事故减少率 | ≥10%
        效益/生态效益 | 节约用电量 | ≥3万度
        效益/生态效益 | PM2.5平均浓度 | ≤35微克/立方米
        效益/生态效益 | 化肥利用率 | ≥41%
        效益/生态效益 | 植被恢复面积 | ≥200亩
        效益/生态效益 | 畜禽粪污综合利用率 | ≥80%
        效益/可持续影响 | 管护经费落实年限 | ≥3年
        效益/可持续影响 | 系统可用年限 | ≥5年
        效益/可持续影响 | 后续管护人员配备 | ≥2人
        效益/可持续影响 | 持续跟踪服务期 | ≥12个月
        满意度/服务对象满意度 | 村民满意度 | ≥90%
        满意度/服务对象满意度 | 社会公众满意度 | 95%以上
        满意度/服务对象满意度 | 办事群众好评率 | ≥98%
        满意度/服务对象满意度 | 服务单位满意度 | ≥92分
        满意度/服务对象满意度 | 参会代表满意度 | 不低于90%
    ";

const POOR: &str = "
        产出/数量 | 保障单位正常运转 | 100% | category-unlike
        产出/数量 | 养老服务覆盖率 | ≥95% | category-misplaced
        产出/数量 | 工程验收合格率 | 100% | category-misplaced
        产出/数量 | 补贴资金发放额度 | 按标准 | target-not-quantified
        产出/数量 | 宣传工作 | 全面开展 | target-not-quantified
        产出/数量 | 资金到位率 | 100% | category-misplaced
        产出/数量 | 项目补助资金 | 50万元 | category-misplaced
        产出/数量 | 工资及时发放率 | 100% | category-misplaced
        产出/数量 | 网络维护 | 100% | target-not-quantified
        产出/数量 | 救助人数 | ≥95% | unit-unfit
        产出/数量 | 绿化面积 | ≥3个 | unit-of-another-thing
        产出/数量 | 培训人数 | ≥5场 | unit-of-another-thing
        产出/数量 | 新建厕所 | ≤20座 | target-direction-odd
        产出/质量 | 慰问人数 | ≥200人 | category-unlike
        产出/质量 | 服务质量 | 优良 | target-vague
        产出/质量 | 资金使用合规率 | 100% | category-misplaced
        产出/质量 | 任务按时完成 | 100% | category-misplaced
        产出/质量 | 促进农村经济发展 | 显著 | category-unlike
        产出/质量 | 补助资金发放率 | 100% | category-misplaced
        产出/质量 | 补助标准 | 500元/人 | price-as-quality
        产出/质量 | 群众满意度 | ≥95% | category-misplaced
        产出/质量 | 符合相关规定 | 符合 | target-vague
        产出/时效 | 资金拨付及时率 | 100% | category-misplaced
        产出/时效 | 隐患整治率 | 100% | category-unlike
        产出/时效 | 工作完成情况 | 及时 | target-not-quantified
        产出/时效 | 项目完成时间 | 100% | unit-unfit
        产出/时效 | 保障时效 | 长期 | target-not-quantified
        产出/成本 | 项目总成本 | 合理 | target-not-quantified
        产出/成本 | 预算执行率 | 100% | category-misplaced
        产出/成本 | 成本控制 | 有效控制 | target-not-quantified
        效益/经济效益 | 提高群众生活水平 | 有效 | target-vague
        效益/经济效益 | 促进经济发展 | ≥95% | unit-unfit
        效益/经济效益 | 维护社会稳定 | 有效维护 | category-misplaced
        效益/社会效益 | 确保社会和谐 | 100% | unit-unfit
        效益/社会效益 | 项目验收合格率 | 100% | category-misplaced
        效益/社会效益 | 改善办学条件 | 是 | target-vague
        效益/生态效益 | 带动群众增收 | ≥500元 | category-misplaced
        效益/生态效益 | 改善生态环境 | 显著改善 | target-vague
        效益/可持续影响 | 可持续发展能力 | 100% | unit-unfit
        效益/可持续影响 | 长期发挥作用 | ≥95% | unit-unfit
        满意度/服务对象满意度 | 服务对象满意度 | 满意 | satisfaction-target-off
        满意度/服务对象满意度 | 群众满意度 | 100% | satisfaction-target-off
        满意度/服务对象满意度 | 政策知晓率 | ≥90% | category-unlike
        满意度/服务对象满意度 | 群众满意度 | ≤95% | target-direction-odd
        成本/社会成本 | 提高社会影响力 | 显著 | category-misplaced
        成本/生态环境成本 | 无 | 无 | row-inapplicable
        产出/数量 | 确保机关各项工作正常开展 | ≥95% | category-unlike
        产出/数量 | 应急物资保障 | 充足 | target-not-quantified
        产出/数量 | 按时足额发放村干部工资 | 100% | category-misplaced
        产出/数量 | 项目资金使用率 | 100% | category-misplaced
        产出/数量 | 公路建设里程 | 8个 | unit-of-another-thing
        产出/数量 | 帮扶户数 | ≥20次 | unit-of-another-thing
        产出/数量 | 培训场次 | ≥100人 | unit-of-another-thing
        产出/数量 | 新增床位 | 若干 | target-not-quantified
        产出/数量 | 设备完好率 | ≥95% | category-misplaced
        产出/数量 | 财政投入资金 | 300万元 | category-misplaced
        产出/数量 | 日常运维 | 全年 | category-unlike
        产出/质量 | 培训人次 | ≥300人次 | category-unlike
        产出/质量 | 资金支付合规性 | 合规 | category-misplaced
        产出/质量 | 提高服务水平 | 提高 | target-vague
        产出/质量 | 内部控制有效性 | 有效 | category-misplaced
        产出/质量 | 施工质量 | 符合要求 | target-vague
        产出/质量 | 补贴发放比例 | 100% | category-misplaced
        产出/质量 | 工程完工及时率 | 100% | category-misplaced
        产出/质量 | 带动产业发展 | 明显 | category-unlike
        产出/质量 | 每人补助金额 | 200元/人 | price-as-quality
        产出/质量 | 保障各项工作顺利运行 | ≥98% | unit-unfit
        产出/时效 | 经费支付及时率 | 100% | category-misplaced
        产出/时效 | 农户签约率 | ≥90% | category-unlike
        产出/时效 | 按期完成 | 是 | target-not-quantified
        产出/时效 | 救助人数 | ≥30人 | category-unlike
        产出/时效 | 工作及时性 | ≥20个 | unit-of-another-thing
        产出/成本 | 成本控制率 | ≤100% | cost-without-cost
        产出/成本 | 资金使用 | 专款专用 | target-not-quantified
        产出/成本 | 购置车辆 | 3辆 | cost-without-cost
        产出/成本 | 项目成本 | ≥50万元 | target-direction-odd
        效益/经济效益 | 改善群众出行条件 | 有效改善 | category-misplaced
        效益/经济效益 | 提升治安水平 | 提升 | category-misplaced
        效益/经济效益 | 保障教学正常运转 | ≥95% | unit-unfit
        效益/社会效益 | 工程完工率 | 100% | category-misplaced
        效益/社会效益 | 居民幸福感 | 增强 | target-vague
        效益/社会效益 | 推进法治建设 | 100% | unit-unfit
        效益/社会效益 | 补助发放率 | 100% | category-misplaced
        效益/社会效益 | 受益群众满意率 | ≥90% | category-misplaced
        效益/生态效益 | 改善办学环境 | 改善 | category-misplaced
        效益/生态效益 | 提升教学质量 | 提升 | category-misplaced
        效益/生态效益 | 无 | 无 | row-inapplicable
        效益/可持续影响 | 长效机制健全性 | 100% | unit-unfit
        效益/可持续影响 | 持续促进发展 | 长期 | target-vague
        满意度/服务对象满意度 | 受益人数 | ≥500人 | category-unlike
        满意度/服务对象满意度 | 学生满意度 | 优 | satisfaction-target-off
        满意度/服务对象满意度 | 群众满意度 | ≥100% | satisfaction-target-off
        满意度/服务对象满意度 | 群众满意度 | ≥300人 | unit-unfit
        成本/社会成本 | 维护社会稳定 | 稳定 | category-unlike
        成本/生态环境成本 | 改善人居环境 | 改善 | category-misplaced
        成本/经济成本 | 补助资金到位率 | 100% | cost-without-cost
    ";
